#if arch(x86_64)
import CVectorKernels
#endif
#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// An implementation of arithmetic on arrays of field elements. Both give the same results to the bit.
public enum FieldBackend: String, CaseIterable, Sendable {
    /// Swift, for every processor.
    case portable
    /// Eight elements at a time by AVX-512 IFMA, in fields that have kernels for it; as `portable` in
    /// others.
    case vector

    /// The name by which the environment variable `ESPALIER_BACKEND` asks for it.
    public var name: String { rawValue }

    /// Whether this machine can run it.
    public var isSupported: Bool {
        switch self {
        case .portable: true
        case .vector: Self.processorHasLanes
        }
    }

    /// The one that is in use: the one that `ESPALIER_BACKEND` asks for, if this machine can run it, and
    /// otherwise the fastest. Chosen once, when it is first needed.
    public static let current: FieldBackend = {
        let asked = getenv("ESPALIER_BACKEND").flatMap { FieldBackend(rawValue: String(cString: $0)) }
        if let asked, asked.isSupported { return asked }
        return FieldBackend.vector.isSupported ? .vector : .portable
    }()

    private static let processorHasLanes: Bool = {
        #if arch(x86_64)
        lanes_are_supported()
        #else
        false
        #endif
    }()
}
