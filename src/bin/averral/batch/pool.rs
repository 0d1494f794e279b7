//! Work on several threads whose results come in the order of the items.
//!
//! Each item takes a place in a queue of results before it is worked on. The queue is short: when one item takes long, the
//! threads run a few items ahead of it and then wait, so that an input of any length needs the memory of a few items.

use crate::stop::Stop;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Items in memory for each thread, worked on or waiting.
const AHEAD: usize = 4;

/// The name of the threads that work, by which their faults are told from others.
pub const WORKER: &str = "averral-reader";

/// Gives `take` the results of `work` in the order of the items. The first [`Stop`], of the items or of `take`, is the end;
/// what stands before it is still taken.
pub fn in_order<I, R>(
    items: impl Iterator<Item = Result<I, Stop>> + Send + 'static,
    threads: usize,
    work: impl Fn(I) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> Result<(), Stop>,
) -> Result<(), Stop>
where
    I: Send + 'static,
    R: Send + 'static,
{
    let (places, results) = sync_channel::<Result<Receiver<R>, Stop>>(AHEAD * threads);
    let (jobs, queue) = sync_channel::<(I, SyncSender<R>)>(0);
    let queue = Arc::new(Mutex::new(queue));
    let work = Arc::new(work);
    for _ in 0..threads {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        let worker = thread::Builder::new().name(WORKER.into()).spawn(move || {
            while let Some((item, place)) = next(&queue) {
                // Nobody waits for it where the output has ended.
                if place.send(work(item)).is_err() {
                    return;
                }
            }
        });
        worker.map_err(|error| Stop::io("threads", &error))?;
    }
    // Not joined: where the output ends first, this one may wait for input that never comes.
    let feeder = thread::Builder::new()
        .name("averral-input".into())
        .spawn(move || {
            for item in items {
                let (place, result) = sync_channel(1);
                let stopped = item.is_err();
                let (item, result) = match item {
                    Ok(item) => (Some(item), Ok(result)),
                    Err(stop) => (None, Err(stop)),
                };
                let sent = places.send(result).is_ok();
                let sent = sent && item.is_none_or(|item| jobs.send((item, place)).is_ok());
                if stopped || !sent {
                    return;
                }
            }
        });
    feeder.map_err(|error| Stop::io("threads", &error))?;
    for result in results {
        let lost = |_| Stop::Failed("a thread has ended before its document was read".into());
        take(result?.recv().map_err(lost)?)?;
    }
    Ok(())
}

fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    // Poisoned only if `recv` panics, which it does not.
    queue.lock().ok()?.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_items_are_ahead() {
        static BEGUN: AtomicUsize = AtomicUsize::new(0);
        let items = (0..200_usize).map(|item| {
            BEGUN.fetch_add(1, Ordering::SeqCst);
            Ok(item)
        });
        let work = |item: usize| {
            // The first is the slowest: all others could overtake it.
            thread::sleep(Duration::from_millis(if item == 0 { 200 } else { 0 }));
            item
        };
        let mut taken = Vec::new();
        in_order(items, 3, work, |item| {
            let ahead = BEGUN.load(Ordering::SeqCst) - item;
            assert!(ahead <= AHEAD * 3 + 3, "{ahead} items at once");
            taken.push(item);
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn what_stands_before_a_stop_is_taken() {
        let stop = || Stop::Failed("the disk is gone".into());
        let items = (0..9).map(move |item| if item < 5 { Ok(item) } else { Err(stop()) });
        let mut taken = Vec::new();
        let end = in_order(
            items,
            2,
            |item| item,
            |item| {
                taken.push(item);
                Ok(())
            },
        );
        assert_eq!(end.unwrap_err().to_string(), "the disk is gone");
        assert_eq!(taken, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn an_output_that_ends_waits_for_no_input() {
        let endless = (0..).map(Ok);
        let end = in_order(
            endless,
            2,
            |item: u64| item,
            |item| {
                if item < 3 {
                    Ok(())
                } else {
                    Err(Stop::Closed("closed".into()))
                }
            },
        );
        assert!(matches!(end, Err(Stop::Closed(_))));
    }
}
