import Espalier
import Foundation

/// `ESPALIER_BACKEND` asks for a backend that there is not, or not on this machine.
struct BackendRequest: CommandError {
    let exitCode: Int32 = 1
    private let name: String

    var description: String {
        let names = FieldBackend.allCases.filter(\.isSupported).map(\.name).joined(separator: ", ")
        return "ESPALIER_BACKEND asks for \(name.debugDescription), and this machine has: \(names)"
    }

    /// - Throws: `BackendRequest` unless the variable is unset, empty, or the name of a backend that runs here.
    static func check() throws(BackendRequest) {
        guard let name = ProcessInfo.processInfo.environment["ESPALIER_BACKEND"], !name.isEmpty,
            FieldBackend(rawValue: name)?.isSupported != true
        else { return }
        throw BackendRequest(name: name)
    }
}
