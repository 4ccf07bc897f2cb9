import Foundation

/// The sizes that are measured, as binary logarithms.
enum Sizes {
    /// 12, 14 and 16, or what the environment variable `ESPALIER_BENCHMARK_SIZES` lists: "18,20".
    static let logarithms: [Int] = {
        guard let list = ProcessInfo.processInfo.environment["ESPALIER_BENCHMARK_SIZES"], !list.isEmpty else {
            return [12, 14, 16]
        }
        return list.split(separator: ",").map { text in
            guard let logarithm = Int(text), (1...24).contains(logarithm) else {
                fatalError("ESPALIER_BENCHMARK_SIZES lists binary logarithms in 1 ... 24, as in 12,16,20")
            }
            return logarithm
        }
    }()
}
