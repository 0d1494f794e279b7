//! What is counted: bytes asked of the allocator, always, and branches taken where the program was compiled for it
//! (`cargo xtask patterns` does). Neither depends on the machine's load.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Of the whole process, since LLVM calls from everywhere.
static STEPS: AtomicU64 = AtomicU64::new(0);

thread_local! {
    static BYTES: Cell<u64> = const { Cell::new(0) };
    static HELD: Cell<i64> = const { Cell::new(0) };
    static PEAK: Cell<i64> = const { Cell::new(0) };
}

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

/// The cost of `work`, done by this thread; no other may run code of which branches are counted.
pub fn cost(work: impl FnOnce()) -> Cost {
    let held = HELD.get();
    PEAK.set(held);
    let (steps, bytes) = (STEPS.load(Relaxed), BYTES.get());
    work();
    Cost {
        steps: STEPS.load(Relaxed) - steps,
        bytes: BYTES.get() - bytes,
        peak: u64::try_from(PEAK.get() - held).unwrap_or(0),
    }
}

/// The system's allocator, counted.
pub struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count(asked: usize, given_back: usize) {
    // What a thread gives back when it has ended is nobody's.
    let _ = BYTES.try_with(|bytes| bytes.set(bytes.get() + asked as u64));
    let _ = HELD.try_with(|held| {
        held.set(held.get() + asked as i64 - given_back as i64);
        PEAK.set(PEAK.get().max(held.get()));
    });
}

// SAFETY: every call is the system allocator's own.
#[allow(unsafe_code, reason = "an allocator can't be written without")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        count(0, layout.size());
        unsafe { System.dealloc(old, layout) }
    }
}

/// Called at every branch of code that was compiled with LLVM's `-sanitizer-coverage-trace-pc`, which leaves functions of
/// this name's start alone.
#[allow(unsafe_code, reason = "LLVM calls it by this name")]
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    // One thread works; an exchange for every branch would only be slower.
    STEPS.store(STEPS.load(Relaxed) + 1, Relaxed);
}
