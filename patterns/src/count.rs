//! What is counted: bytes asked of the allocator, always, and branches taken where the program was compiled for it
//! (`cargo xtask patterns` does). Neither depends on the machine's load.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static STEPS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);
static HELD: AtomicU64 = AtomicU64::new(0);
static PEAK: AtomicU64 = AtomicU64::new(0);

/// What a piece of work took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// Branches taken; 0 where the program was not compiled to count them.
    pub steps: u64,
    /// Bytes asked of the allocator.
    pub bytes: u64,
    /// Most bytes held at one time, beyond those held before.
    pub peak: u64,
}

/// The cost of `work`, which must be the only work of the process.
pub fn cost(work: impl FnOnce()) -> Cost {
    let held = HELD.load(Relaxed);
    PEAK.store(held, Relaxed);
    let (steps, bytes) = (STEPS.load(Relaxed), BYTES.load(Relaxed));
    work();
    Cost {
        steps: STEPS.load(Relaxed) - steps,
        bytes: BYTES.load(Relaxed) - bytes,
        peak: PEAK.load(Relaxed).saturating_sub(held),
    }
}

/// The system's allocator, counted.
pub struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn add(counter: &AtomicU64, n: usize) {
    // One thread works; an exchange for every branch would only be slower.
    counter.store(counter.load(Relaxed) + n as u64, Relaxed);
}

fn held(more: usize, less: usize) {
    let held = HELD.load(Relaxed) + more as u64 - less as u64;
    HELD.store(held, Relaxed);
    PEAK.store(PEAK.load(Relaxed).max(held), Relaxed);
}

// SAFETY: every call is the system allocator's own.
#[allow(unsafe_code, reason = "an allocator can't be written without")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(&BYTES, layout.size());
        held(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        add(&BYTES, layout.size());
        held(layout.size(), 0);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add(&BYTES, size);
        held(size, layout.size());
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        held(0, layout.size());
        unsafe { System.dealloc(old, layout) }
    }
}

/// Called at every branch of code that was compiled with LLVM's `-sanitizer-coverage-trace-pc`, which leaves functions of
/// this name's start alone.
#[allow(unsafe_code, reason = "LLVM calls it by this name")]
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    STEPS.store(STEPS.load(Relaxed) + 1, Relaxed);
}
