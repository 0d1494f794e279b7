//! The arithmetic: int8 matrices times vectors that are quantised on the way in.
//!
//! Integer sums are exact in any order, so a machine may use whatever instructions it has; what follows them is done
//! in floats one by one, in the order written here. Products of floats are summed in four lanes, then pairwise, which
//! is how simd128 does it.

/// A matrix of int8 with one scale a row.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    values: Vec<i8>,
    scales: Vec<f32>,
    columns: usize,
}

impl Matrix {
    /// `values` row by row; as many rows as scales.
    pub fn new(values: Vec<i8>, scales: Vec<f32>, columns: usize) -> Self {
        Matrix { values, scales, columns }
    }

    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    fn row(&self, row: usize) -> &[i8] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// Adds row `row` times `factor` to `out`.
    pub fn add_row(&self, row: usize, factor: f32, out: &mut [f32]) {
        let scale = self.scales[row] * factor;
        for (sum, &value) in out.iter_mut().zip(self.row(row)) {
            *sum += scale * f32::from(value);
        }
    }

    /// `out[r] = row r · input + bias[r]` for each of several inputs that lie one behind the other.
    pub fn apply(&self, inputs: &[f32], bias: Option<&[f32]>, out: &mut Vec<f32>, quantised: &mut Vec<i16>) {
        out.clear();
        for input in inputs.chunks_exact(self.columns) {
            let scale = quantise(input, quantised);
            for row in 0..self.rows() {
                let sum = dot(self.row(row), quantised) as f32 * (scale * self.scales[row]);
                out.push(sum + bias.map_or(0.0, |bias| bias[row]));
            }
        }
    }
}

/// Rounds a vector to -127..=127; gives what one step is worth.
fn quantise(input: &[f32], quantised: &mut Vec<i16>) -> f32 {
    let largest = input.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
    let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
    quantised.clear();
    quantised.extend(input.iter().map(|&value| {
        let steps = value / scale;
        (if steps < 0.0 { steps - 0.5 } else { steps + 0.5 }) as i16
    }));
    scale
}

/// The exact product of int8 weights and quantised inputs. Up to 2^17 columns can't overflow.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn dot(row: &[i8], input: &[i16]) -> i32 {
    row.iter().zip(input).map(|(&weight, &value)| i32::from(weight) * i32::from(value)).sum()
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code)]
fn dot(row: &[i8], input: &[i16]) -> i32 {
    use core::arch::wasm32::{i16x8_load_extend_i8x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128_load};
    let whole = row.len().min(input.len()) / 8 * 8;
    let mut sums = i32x4_splat(0);
    for at in (0..whole).step_by(8) {
        // SAFETY: `at + 8 <= whole`, which is at most the length of both; neither load needs alignment.
        let (weights, values) =
            unsafe { (i16x8_load_extend_i8x8(row.as_ptr().add(at)), v128_load(input.as_ptr().add(at).cast())) };
        sums = i32x4_add(sums, i32x4_dot_i16x8(weights, values));
    }
    let rest = row[whole..].iter().zip(&input[whole..]).map(|(&weight, &value)| i32::from(weight) * i32::from(value));
    i32x4_extract_lane::<0>(sums)
        + i32x4_extract_lane::<1>(sums)
        + i32x4_extract_lane::<2>(sums)
        + i32x4_extract_lane::<3>(sums)
        + rest.sum::<i32>()
}

/// Product of two vectors of floats, in four lanes.
pub(super) fn dot_floats(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 4];
    for (a, b) in a.chunks(4).zip(b.chunks(4)) {
        for (lane, (a, b)) in lanes.iter_mut().zip(a.iter().zip(b)) {
            *lane += a * b;
        }
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// Sum of a vector, in four lanes.
fn sum_floats(a: impl Iterator<Item = f32>) -> f32 {
    let mut lanes = [0.0f32; 4];
    for (index, value) in a.enumerate() {
        lanes[index % 4] += value;
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// Normalises each vector of `width` to mean 0 and variance 1, then applies gain and bias.
pub(super) fn normalise(inputs: &[f32], gain: &[f32], bias: &[f32], out: &mut Vec<f32>) {
    let width = gain.len();
    out.clear();
    for input in inputs.chunks_exact(width) {
        let mean = sum_floats(input.iter().copied()) / width as f32;
        let variance = sum_floats(input.iter().map(|value| (value - mean) * (value - mean))) / width as f32;
        let scale = 1.0 / (variance + 1e-5).sqrt();
        out.extend(input.iter().zip(gain.iter().zip(bias)).map(|(value, (gain, bias))| (value - mean) * scale * gain + bias));
    }
}

/// The logistic function.
pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}
