//! The only file that knows JavaScript: converts, calls, converts back and decides nothing.

use crate::export::CsvOptions;
use crate::{Error, Options};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads articles with one set of weights.
#[wasm_bindgen]
pub struct Extractor(crate::Extractor);

#[wasm_bindgen]
impl Extractor {
    /// An extractor with the bytes of a weights file. Throws `{ code, message }`.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> Result<Extractor, JsValue> {
        console_error_panic_hook::set_once();
        crate::Extractor::new(weights)
            .map(Extractor)
            .map_err(thrown)
    }

    /// The report of a source. Spans are UTF-16 code units of `source`. Throws `{ code, message }`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn analyze(
        &self,
        source: &str,
        #[wasm_bindgen(unchecked_param_type = "Partial<Options> | undefined")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.0.analyze(source, &read(options)?).map_err(thrown)?)
    }

    /// The report of a file's bytes; spans count in the decoded text. Throws `{ code, message }`.
    #[wasm_bindgen(js_name = analyzeBytes, unchecked_return_type = "Report")]
    pub fn analyze_bytes(
        &self,
        bytes: &[u8],
        #[wasm_bindgen(unchecked_param_type = "Partial<Options> | undefined")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(
            &self
                .0
                .analyze_bytes(bytes, &read(options)?)
                .map_err(thrown)?,
        )
    }

    /// The claims of a source as CSV (RFC 4180); with `tabs` the cells are parted by tabs. Throws `{ code, message }`.
    pub fn csv(
        &self,
        source: &str,
        #[wasm_bindgen(unchecked_param_type = "Partial<Options> | undefined")] options: JsValue,
        tabs: bool,
    ) -> Result<String, JsValue> {
        let report = self.0.analyze(source, &read(options)?).map_err(thrown)?;
        let separator = if tabs { '\t' } else { ',' };
        let options = CsvOptions::default().with_separator(separator);
        Ok(crate::export::csv(&report, &options))
    }
}

fn read(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    // By way of JSON, because serde-wasm-bindgen passes over keys that it does not know.
    let json = js_sys::JSON::stringify(&options)
        .ok()
        .and_then(|json| json.as_string())
        .unwrap_or_default();
    Options::from_json(&json).map_err(thrown)
}

/// As `JSON.parse` of the JSON would give it.
fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// What JavaScript makes an `AverralError` of.
#[derive(Serialize)]
struct Thrown {
    code: &'static str,
    message: String,
}

fn thrown(error: Error) -> JsValue {
    plain(&Thrown {
        code: error.code(),
        message: error.to_string(),
    })
    .unwrap_or_else(|error| error)
}
