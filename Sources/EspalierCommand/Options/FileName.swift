import Espalier
import Foundation

/// File names that follow from others, so that one name leads through all verbs.
enum FileName {
    /// `pruned.onnx` becomes `pruned.int.onnx`.
    static func integerNetwork(of network: String) -> String {
        replacing([".onnx"], of: network, with: ".int.onnx")
    }

    /// `pruned.int.onnx` becomes `pruned.r1cs`.
    static func circuit(of network: String) -> String {
        replacing([".int.onnx", ".onnx"], of: network, with: ".r1cs")
    }

    /// `pruned.r1cs` becomes `pruned`, the keys' name.
    static func keys(of circuit: String) -> String { replacing([".r1cs"], of: circuit, with: "") }

    /// `pruned.vkey.json` becomes `pruned`.
    static func removing(_ suffix: String, from name: String) -> String {
        replacing([suffix], of: name, with: "")
    }

    /// The network beside `pruned.r1cs` if it is `pruned.int.onnx`, else a word that stands for its name.
    static func integerNetwork(for circuit: String) -> String {
        let name = keys(of: circuit) + ".int.onnx"
        return (try? ArtifactFile.size(of: name)) == nil ? "NETWORK.int.onnx" : name
    }

    /// The file itself, or the one that `setup --output NAME` has made of that name.
    static func key(_ name: String, suffix: String) -> String {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory)
        return name.hasSuffix(suffix) || exists && !isDirectory.boolValue ? name : name + suffix
    }

    /// `c.vkey.json` beside `c.zkey`, if it is there.
    static func verifyingKey(beside key: String) -> String? {
        let name = replacing([".zkey"], of: key, with: ".vkey.json")
        return (try? ArtifactFile.size(of: name)) == nil ? nil : name
    }

    /// The name as a word of a shell's command line.
    static func quoted(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "/._-+,:@%".contains($0) }
        return isPlain && !name.isEmpty ? name : "'" + name.replacing("'", with: "'\\''") + "'"
    }

    private static func replacing(_ suffixes: [String], of name: String, with new: String) -> String {
        let suffix = suffixes.first { name.hasSuffix($0) && name.count > $0.count } ?? ""
        return name.dropLast(suffix.count) + new
    }
}
