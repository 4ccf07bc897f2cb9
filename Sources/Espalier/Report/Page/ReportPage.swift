import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The frame of a report's page: a document that asks for nothing else and follows the reader's light or dark
/// mode.
///
/// The page's policy allows no requests, and no script but the one given here, by its digest: text that found
/// a way past the escapes would not run.
struct ReportPage {
    var title: String
    /// CSS in the order in which it applies.
    var styleSheets = [ReportStyleSheet.css]
    /// The page's JavaScript, without which it must be readable too.
    var script: String?
    @HTMLBuilder var body: () -> [HTML]

    func rendered() -> String {
        let page = HTML("html", ["lang": "en"]) {
            HTML("head") {
                HTML("meta", ["charset": "utf-8"])
                HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                HTML("meta", ["name": "color-scheme", "content": "light dark"])
                HTML("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
                HTML("title", title)
                HTML.styleSheet(styleSheets.joined(separator: "\n"))
            }
            HTML("body") {
                body()
                if let script { HTML.script(script) }
            }
        }
        return "<!DOCTYPE html>\n" + page.rendered() + "\n"
    }

    private var policy: String {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        guard let script else { return policy }
        let digest = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
        return policy + "; script-src 'sha256-\(digest)'"
    }
}
