//! The only file that knows JavaScript: converts, calls, converts back and decides nothing.

use crate::export::ExportOptions;
use crate::{Error, Options, Report};
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

    /// The files of a report in a format. Throws `{ code, message }`.
    #[wasm_bindgen(unchecked_return_type = "ExportFile[]")]
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Report")] report: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: &str,
        #[wasm_bindgen(unchecked_param_type = "Partial<ExportOptions> | undefined")]
        options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let files = || {
            let format = format.parse()?;
            let options = match json(&options) {
                Some(json) => ExportOptions::from_json(&json)?,
                None => ExportOptions::default(),
            };
            let report = Report::from_json(&json(&report).unwrap_or_default())?;
            crate::export::export(&report, format, &options)
        };
        plain(&files().map_err(thrown)?)
    }
}

fn read(options: JsValue) -> Result<Options, JsValue> {
    let options = json(&options).map(|json| Options::from_json(&json));
    options.unwrap_or(Ok(Options::default())).map_err(thrown)
}

/// The JSON of a value, if there is one: by way of text, because serde-wasm-bindgen passes over keys that it does not know.
fn json(value: &JsValue) -> Option<String> {
    if value.is_undefined() || value.is_null() {
        return None;
    }
    let json = js_sys::JSON::stringify(value).ok();
    Some(json.and_then(|json| json.as_string()).unwrap_or_default())
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
