import Foundation
import ModelFormats

/// The files of the folder `Vectors`.
enum Vectors {
    struct Expectation: Decodable {
        let inputs: [[Float]]
        let outputs: [[Float]]
    }

    static func bytes(_ name: String) throws -> [UInt8] { Array(try data(name)) }

    static func expectation(_ name: String) throws -> Expectation {
        try JSONDecoder().decode(Expectation.self, from: data("\(name).json"))
    }

    private static func data(_ name: String) throws -> Data {
        guard let folder = Bundle.module.resourceURL else { throw CocoaError(.fileNoSuchFile) }
        return try Data(contentsOf: folder.appendingPathComponent("Vectors/\(name)"))
    }
}

/// Returns the code of the error that `body` throws.
func errorCode(_ body: () throws -> Void) -> ModelFormatError.Code? {
    do { try body() } catch { return (error as? ModelFormatError)?.code }
    return nil
}
