//! The arithmetic: int8 matrices times vectors that are quantised to seven bits on the way in.
//!
//! Integer sums are exact in any order, so a machine may use whatever instructions it has; seven bits are what relaxed
//! SIMD's product of bytes gives the same sum for on every machine. What follows the sums is done in floats one by one,
//! in the order written here. Products of floats are summed in four lanes, then pairwise, which
//! is how simd128 does it.

/// Rows of int8 to look up, with one scale a row.
#[derive(Debug, Clone)]
pub(super) struct Table {
    values: Vec<i8>,
    scales: Vec<f32>,
    columns: usize,
}

impl Table {
    /// `values` row by row; as many rows as scales.
    pub fn new(values: Vec<i8>, scales: Vec<f32>, columns: usize) -> Self {
        Table {
            values,
            scales,
            columns,
        }
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

    /// One entry.
    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.scales[row] * f32::from(self.row(row)[column])
    }

    /// The mean of all rows.
    pub fn mean(&self) -> Vec<f32> {
        let mut mean = vec![0.0; self.columns];
        for row in 0..self.rows() {
            self.add_row(row, 1.0 / self.rows() as f32, &mut mean);
        }
        mean
    }

    /// Adds row `row` times `factor` to `out`.
    pub fn add_row(&self, row: usize, factor: f32, out: &mut [f32]) {
        let scale = self.scales[row] * factor;
        for (sum, &value) in out.iter_mut().zip(self.row(row)) {
            *sum += scale * f32::from(value);
        }
    }
}

/// Columns that are multiplied at a time.
const LANES: usize = 16;
/// Rows of a matrix, and inputs, that meet at a time, so that each number is fetched once for several products.
const ROWS: usize = 4;
const INPUTS: usize = 2;

/// A linear layer: a matrix of int8 with a scale and a bias for each row, laid out for [`Linear::apply`].
///
/// Blocks of [`ROWS`] rows; in a block, [`LANES`] columns of its first row, those of its second, …, the next columns.
/// Rows and columns are filled up with zeros.
#[derive(Debug, Clone)]
pub(super) struct Linear {
    blocks: Vec<i8>,
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// Sum of each row's numbers.
    sums: Vec<i32>,
    rows: usize,
    columns: usize,
}

impl Linear {
    /// `values` row by row, of `columns` numbers each; as many rows as there are scales and biases.
    pub fn new(values: &[i8], mut scales: Vec<f32>, mut bias: Vec<f32>, columns: usize) -> Self {
        let rows = scales.len();
        let chunks = columns.div_ceil(LANES);
        scales.resize(rows.next_multiple_of(ROWS), 0.0);
        bias.resize(scales.len(), 0.0);
        let mut blocks = vec![0; scales.len() * chunks * LANES];
        let mut sums = vec![0; scales.len()];
        for (row, values) in values.chunks_exact(columns).enumerate() {
            sums[row] = values.iter().map(|&value| i32::from(value)).sum();
            for (chunk, values) in values.chunks(LANES).enumerate() {
                let start = ((row / ROWS * chunks + chunk) * ROWS + row % ROWS) * LANES;
                blocks[start..start + values.len()].copy_from_slice(values);
            }
        }
        Linear {
            blocks,
            scales,
            bias,
            sums,
            rows,
            columns,
        }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// `out[r] = row r · input + bias[r]` for each of several inputs that lie one behind the other.
    pub fn apply(&self, inputs: &Quantised, out: &mut Vec<f32>) {
        out.clear();
        out.resize(inputs.scales.len() * self.rows, 0.0);
        let width = self.columns.next_multiple_of(LANES);
        let last = inputs.scales.len().saturating_sub(1);
        let vector = |input: usize| &inputs.values[input * width..(input + 1) * width];
        let parts = arrays::<_, ROWS>(&self.scales)
            .zip(arrays::<_, ROWS>(&self.bias))
            .zip(arrays::<_, ROWS>(&self.sums));
        for (number, (block, ((scales, bias), whole))) in self
            .blocks
            .chunks_exact(ROWS * width)
            .zip(parts)
            .enumerate()
        {
            let row = number * ROWS;
            let n_rows = ROWS.min(self.rows - row);
            for first in (0..inputs.scales.len()).step_by(INPUTS) {
                // Behind the last input it is met again.
                let group: [usize; INPUTS] = std::array::from_fn(|input| (first + input).min(last));
                for (input, sums) in group.into_iter().zip(dots(block, group.map(vector))) {
                    let (scale, zero) = (inputs.scales[input], inputs.zeros[input]);
                    let value = |row: usize| {
                        (sums[row] - zero * whole[row]) as f32 * (scale * scales[row]) + bias[row]
                    };
                    let values: [f32; ROWS] = std::array::from_fn(value);
                    let out = &mut out[input * self.rows + row..][..n_rows];
                    match out.first_chunk_mut() {
                        Some(out) => *out = values,
                        None => out.copy_from_slice(&values[..n_rows]),
                    }
                }
            }
        }
    }
}

/// Vectors rounded to 0..=127, with what one step is worth in each and the number that stands for 0.
#[derive(Debug, Default)]
pub(super) struct Quantised {
    values: Vec<i8>,
    scales: Vec<f32>,
    zeros: Vec<i32>,
}

impl Quantised {
    /// Takes vectors of `columns` numbers that lie one behind the other in place of those held; fills each up with zeros.
    pub fn set(&mut self, inputs: &[f32], columns: usize) -> &Self {
        self.values.clear();
        self.scales.clear();
        self.zeros.clear();
        for input in inputs.chunks_exact(columns) {
            let (lowest, highest) = extremes(input);
            // Where nothing is negative, as behind a rectifier, all steps are above 0.
            let (zero, largest) = if lowest < 0.0 {
                (64, highest.max(-lowest))
            } else {
                (0, highest)
            };
            let scale = if largest > 0.0 {
                largest / (127 - zero) as f32
            } else {
                1.0
            };
            let steps = 1.0 / scale;
            self.scales.push(scale);
            self.zeros.push(zero);
            self.values.extend(
                input
                    .iter()
                    .map(|&value| nearest(value * steps + zero as f32)),
            );
            self.values
                .resize(self.values.len().next_multiple_of(LANES), 0);
        }
        self
    }
}

/// The numbers in arrays of `N`, without the rest.
pub(super) fn arrays<T, const N: usize>(values: &[T]) -> impl Iterator<Item = &[T; N]> {
    values
        .chunks_exact(N)
        .filter_map(|values| values.first_chunk())
}

/// The lowest and the highest number and 0, in lanes that meet at the end.
fn extremes(values: &[f32]) -> (f32, f32) {
    let lower = |a: f32, b: f32| if b < a { b } else { a };
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let (mut lowest, mut highest) = ([0.0f32; 8], [0.0f32; 8]);
    for chunk in arrays::<_, 8>(values) {
        lowest = std::array::from_fn(|lane| lower(lowest[lane], chunk[lane]));
        highest = std::array::from_fn(|lane| higher(highest[lane], chunk[lane]));
    }
    let rest = values.chunks_exact(8).remainder();
    (
        lowest.iter().chain(rest).copied().fold(0.0, lower),
        highest.iter().chain(rest).copied().fold(0.0, higher),
    )
}

/// The nearest whole number of one between 0 and 127; halves go to the even one.
fn nearest(value: f32) -> i8 {
    // Adding 1.5 * 2^23 leaves the whole number in the lowest bits.
    (value + 12_582_912.0).to_bits() as i8
}

/// `sums[i][r] = row r · inputs[i]` for the rows of a block. Exact: up to 2^17 columns can't overflow.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn dots(block: &[i8], inputs: [&[i8]; INPUTS]) -> [[i32; ROWS]; INPUTS] {
    // A row at a time and products of 16 bits: compilers make vectors of that.
    let dot = |row: usize, input: &[i8]| {
        let mut sums = [0; LANES];
        for (weights, values) in block
            .chunks_exact(ROWS * LANES)
            .zip(input.chunks_exact(LANES))
        {
            let weights = &weights[row * LANES..][..LANES];
            for (lane, sum) in sums.iter_mut().enumerate() {
                *sum += i32::from(i16::from(weights[lane]) * i16::from(values[lane]));
            }
        }
        sums.iter().sum()
    };
    inputs.map(|input| std::array::from_fn(|row| dot(row, input)))
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code)]
fn dots(block: &[i8], inputs: [&[i8]; INPUTS]) -> [[i32; ROWS]; INPUTS] {
    use core::arch::wasm32::{i32x4_add, i32x4_shuffle, i32x4_splat, v128, v128_store};
    let chunks = inputs
        .iter()
        .fold(block.len() / (ROWS * LANES), |chunks, input| {
            chunks.min(input.len() / LANES)
        });
    let mut sums = [[i32x4_splat(0); ROWS]; INPUTS];
    for chunk in 0..chunks {
        // SAFETY: `chunk` counts whole chunks of the block and of each input.
        unsafe {
            let values = inputs.map(|input| bytes::load(input.as_ptr().add(chunk * LANES)));
            for row in 0..ROWS {
                let weights = bytes::load(block.as_ptr().add((chunk * ROWS + row) * LANES));
                for (sums, values) in sums.iter_mut().zip(&values) {
                    sums[row] = bytes::dot_add(weights, *values, sums[row]);
                }
            }
        }
    }
    // Lanes of one sum lie in one vector; added crosswise, a lane of the result has each.
    let total = |[a, b, c, d]: [v128; 4]| {
        let low = i32x4_add(
            i32x4_shuffle::<0, 4, 1, 5>(a, b),
            i32x4_shuffle::<2, 6, 3, 7>(a, b),
        );
        let high = i32x4_add(
            i32x4_shuffle::<0, 4, 1, 5>(c, d),
            i32x4_shuffle::<2, 6, 3, 7>(c, d),
        );
        i32x4_add(
            i32x4_shuffle::<0, 1, 4, 5>(low, high),
            i32x4_shuffle::<2, 3, 6, 7>(low, high),
        )
    };
    let lanes = |sums: v128| {
        let mut lanes = [0; ROWS];
        // SAFETY: four numbers of four bytes are what a vector holds.
        unsafe { v128_store(lanes.as_mut_ptr().cast(), sums) };
        lanes
    };
    std::array::from_fn(|input| lanes(total(sums[input])))
}

/// Sixteen bytes and their products, where one instruction has them.
#[cfg(all(target_arch = "wasm32", target_feature = "relaxed-simd"))]
mod bytes {
    use core::arch::wasm32::{i32x4_relaxed_dot_i8x16_i7x16_add, v128, v128_load};

    /// SAFETY: sixteen bytes can be read at `from`, which needs no alignment.
    #[allow(unsafe_code)]
    pub unsafe fn load(from: *const i8) -> v128 {
        unsafe { v128_load(from.cast()) }
    }

    /// Neighbouring fours of products added to `sums`. The same on all machines, as no value is negative.
    pub fn dot_add(weights: v128, values: v128, sums: v128) -> v128 {
        i32x4_relaxed_dot_i8x16_i7x16_add(weights, values, sums)
    }
}

/// Sixteen bytes as two vectors of eight wider numbers, which are multiplied and added in pairs.
#[cfg(all(
    target_arch = "wasm32",
    target_feature = "simd128",
    not(target_feature = "relaxed-simd")
))]
mod bytes {
    use core::arch::wasm32::{i16x8_load_extend_i8x8, i32x4_add, i32x4_dot_i16x8, v128};

    /// SAFETY: sixteen bytes can be read at `from`, which needs no alignment.
    #[allow(unsafe_code)]
    pub unsafe fn load(from: *const i8) -> [v128; 2] {
        unsafe {
            [
                i16x8_load_extend_i8x8(from),
                i16x8_load_extend_i8x8(from.add(8)),
            ]
        }
    }

    /// The sum of all products, spread over the lanes, added to `sums`.
    pub fn dot_add(weights: [v128; 2], values: [v128; 2], sums: v128) -> v128 {
        let products = i32x4_add(
            i32x4_dot_i16x8(weights[0], values[0]),
            i32x4_dot_i16x8(weights[1], values[1]),
        );
        i32x4_add(sums, products)
    }
}

/// Product of two vectors of floats, in four lanes.
pub(super) fn dot_floats(a: &[f32], b: &[f32]) -> f32 {
    let products = arrays::<_, 4>(a).zip(arrays::<_, 4>(b));
    let lanes = products.fold([0.0f32; 4], |sums, (a, b)| {
        std::array::from_fn(|lane| sums[lane] + a[lane] * b[lane])
    });
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// Sum of a function of a vector's numbers, in four lanes.
fn sum_floats(a: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let lanes = arrays::<_, 4>(a).fold([0.0f32; 4], |sums, a| {
        std::array::from_fn(|lane| sums[lane] + of(a[lane]))
    });
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}

/// Normalises each vector (its width a multiple of four) to mean 0 and variance 1, then applies gain and bias.
pub(super) fn normalise(inputs: &[f32], gain: &[f32], bias: &[f32], out: &mut Vec<f32>) {
    let width = gain.len();
    out.clear();
    for input in inputs.chunks_exact(width) {
        let mean = sum_floats(input, |value| value) / width as f32;
        let variance = sum_floats(input, |value| (value - mean) * (value - mean)) / width as f32;
        let scale = 1.0 / (variance + 1e-5).sqrt();
        out.extend(
            input
                .iter()
                .zip(gain.iter().zip(bias))
                .map(|(value, (gain, bias))| (value - mean) * scale * gain + bias),
        );
    }
}

/// The logistic function of each number, to six digits: `exp` by a polynomial, so that it runs in lanes and gives the
/// same bits everywhere.
pub(super) fn sigmoid(values: &[f32], out: &mut [f32]) {
    for (out, &x) in out.iter_mut().zip(values) {
        let x = if x > 30.0 { 30.0 } else { x };
        let x = if x < -30.0 { -30.0 } else { x };
        let exponent = x * -std::f32::consts::LOG2_E;
        let rounded = exponent + 12_582_912.0;
        let rest = exponent - (rounded - 12_582_912.0);
        // 2^rest for a rest between -1/2 and 1/2 (Taylor), times 2^whole by its bits.
        let fraction = 1.0
            + rest
                * (std::f32::consts::LN_2
                    + rest
                        * (0.240_226_5
                            + rest * (0.055_504_1 + rest * (0.009_618_1 + rest * 0.001_333_36))));
        let whole = f32::from_bits(
            rounded
                .to_bits()
                .wrapping_sub(0x4B40_0000)
                .wrapping_add(127)
                << 23,
        );
        *out = 1.0 / (1.0 + fraction * whole);
    }
}

/// Turns scores into probabilities.
pub(crate) fn softmax(scores: &mut [f32]) {
    let largest = scores.iter().fold(
        f32::MIN,
        |largest, &score| if score > largest { score } else { largest },
    );
    scores
        .iter_mut()
        .for_each(|score| *score = libm::expf(*score - largest));
    let total: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= total);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigmoid_is_the_logistic_function() {
        let values: Vec<f32> = (-400..400).map(|step| step as f32 / 10.0).collect();
        let mut found = vec![0.0; values.len()];
        sigmoid(&values, &mut found);
        for (x, y) in values.iter().zip(found) {
            assert!((y - 1.0 / (1.0 + libm::expf(-x))).abs() < 2e-6, "{x}: {y}");
        }
    }

    #[test]
    fn a_layer_of_any_shape_gives_what_the_sum_gives() {
        for (rows, columns, n_inputs) in [(1, 1, 1), (5, 9, 3), (8, 16, 2), (6, 20, 5)] {
            let values: Vec<i8> = (0..rows * columns)
                .map(|at| (at * 37 % 255) as u8 as i8)
                .collect();
            let matrix = Linear::new(&values, vec![1.0; rows], vec![0.5; rows], columns);
            // Whole numbers with 127 among them are not rounded.
            let inputs: Vec<f32> = (0..n_inputs * columns)
                .map(|at| {
                    if at % columns == 0 {
                        127.0
                    } else {
                        (at * 31 % 127) as f32
                    }
                })
                .collect();
            let mut out = Vec::new();
            matrix.apply(Quantised::default().set(&inputs, columns), &mut out);
            for (input, row) in
                (0..n_inputs).flat_map(|input| (0..rows).map(move |row| (input, row)))
            {
                let sum: f32 = (0..columns)
                    .map(|c| f32::from(values[row * columns + c]) * inputs[input * columns + c])
                    .sum();
                assert_eq!(out[input * rows + row], sum + 0.5);
            }
        }
    }
}
