//! The only file that knows JavaScript: converts, calls, converts back and decides nothing.
