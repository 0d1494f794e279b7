//! The only file that knows JavaScript: converts, calls, converts back and decides nothing.

use crate::export::ExportOptions;
use crate::{Error, OptionError, Options, Report};
use js_sys::{Array, JsString, Object, Uint8Array};
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
        source: JsString,
        #[wasm_bindgen(unchecked_param_type = "Partial<Options> | undefined")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = read(&options)?;
        let source = text(&source, &options)?;
        plain(&self.0.analyze(&source, &options).map_err(thrown)?)
    }

    /// The report of a file's bytes; spans count in the decoded text. Throws `{ code, message }`.
    #[wasm_bindgen(js_name = analyzeBytes, unchecked_return_type = "Report")]
    pub fn analyze_bytes(
        &self,
        bytes: Uint8Array,
        #[wasm_bindgen(unchecked_param_type = "Partial<Options> | undefined")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let options = read(&options)?;
        // Before the copy: memory of wasm never shrinks.
        options.check(bytes.length() as usize).map_err(thrown)?;
        plain(
            &self
                .0
                .analyze_bytes(&bytes.to_vec(), &options)
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
            let options = match is_absent(&options) {
                true => ExportOptions::default(),
                false => ExportOptions::from_json(&json(&options).unwrap_or_default())?,
            };
            let report = Report::from_json(&json(&report).unwrap_or_default())?;
            crate::export::export(&report, format, &options)
        };
        plain(&files().map_err(thrown)?)
    }
}

/// UTF-16 code units of a long text that are copied at a time to count its bytes.
const PIECE: u32 = 1 << 16;

/// The text, copied only where it is within the limit: memory of wasm never shrinks.
fn text(source: &JsString, options: &Options) -> Result<String, JsValue> {
    let units = source.length();
    // Each unit is a byte at least.
    if units as usize > options.max_bytes {
        let (mut bytes, mut at) = (0, 0);
        while at < units {
            let mut end = units.min(at.saturating_add(PIECE));
            // The halves of a pair stay together.
            end += u32::from(end < units && (0xd800..0xdc00).contains(&unit(source, end - 1)));
            bytes += String::from(source.slice(at, end)).len();
            at = end;
        }
        options.check(bytes).map_err(thrown)?;
    }
    Ok(String::from(source))
}

fn unit(source: &JsString, at: u32) -> u32 {
    source.char_code_at(at) as u32
}

fn read(options: &JsValue) -> Result<Options, JsValue> {
    if is_absent(options) {
        return Ok(Options::default());
    }
    let refused = |name: Option<&str>, value: &JsValue, why: &str| {
        let value = value
            .as_f64()
            .map_or_else(|| "an object".into(), |number| number.to_string());
        thrown(OptionError::new(name, &value.as_str().into(), why).into())
    };
    // By way of JSON, because serde-wasm-bindgen passes over keys that it does not know. JSON has no NaN, no circles and no
    // functions: each option is tried alone, so that the error has a name.
    if options.is_object() && !Array::is_array(options) {
        for entry in Object::entries(options.unchecked_ref()) {
            let entry: Array = entry.unchecked_into();
            let (name, value) = (entry.get(0).as_string(), entry.get(1));
            if value.as_f64().is_some_and(|number| !number.is_finite()) {
                return Err(refused(
                    name.as_deref(),
                    &value,
                    "give a number that is finite",
                ));
            }
            if json(&value).is_none() && !value.is_undefined() {
                return Err(refused(name.as_deref(), &value, "give what JSON can hold"));
            }
        }
    }
    let json = json(options).ok_or_else(|| refused(None, options, "give what JSON can hold"))?;
    Options::from_json(&json).map_err(thrown)
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// `None` for what JSON has no words for.
fn json(value: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(value).ok()?.as_string()
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
