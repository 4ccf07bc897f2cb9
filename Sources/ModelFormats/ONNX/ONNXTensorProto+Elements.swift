#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Elements of initializers, checked against their extents before they are used.
extension ONNXTensorProto {
    /// The extents; their product is known to fit.
    func extents() throws(ModelFormatError) -> [Int] {
        var count = 1
        for extent in dims {
            let (product, overflow) = count.multipliedReportingOverflow(by: Int(extent))
            guard extent >= 0, !overflow, product <= Int(Int32.max) else {
                throw ModelFormatError(.extentsOutOfRange, at: name)
            }
            count = product
        }
        return dims.map(Int.init)
    }

    /// Returns float, double or half elements as `Float`; every one is finite.
    func floats() throws(ModelFormatError) -> [Float] {
        let floats: [Float]
        switch DataType(rawValue: Int(dataType)) {
        case .float:
            floats = try elements(fields: floatData) { (bits: UInt32) in Float(bitPattern: bits) }
        case .double:
            floats = try elements(fields: doubleData.map(Float.init)) { (bits: UInt64) in
                Float(Double(bitPattern: bits))
            }
        case .float16:
            floats = try elements(fields: int32Data.map { Self.half(UInt16(truncatingIfNeeded: $0)) }) {
                (bits: UInt16) in Self.half(bits)
            }
        default:
            throw ModelFormatError(.unsupportedElementType(Int(dataType)), at: name)
        }
        guard floats.allSatisfy(\.isFinite) else { throw ModelFormatError(.nonFiniteWeight, at: name) }
        return floats
    }

    /// Returns signed integer elements.
    func integers() throws(ModelFormatError) -> [Int64] {
        switch DataType(rawValue: Int(dataType)) {
        case .int8: try elements(fields: int32Data.map(Int64.init)) { (value: Int8) in Int64(value) }
        case .int16: try elements(fields: int32Data.map(Int64.init)) { (value: Int16) in Int64(value) }
        case .int32: try elements(fields: int32Data.map(Int64.init)) { (value: Int32) in Int64(value) }
        case .int64: try elements(fields: int64Data) { (value: Int64) in value }
        default: throw ModelFormatError(.unsupportedElementType(Int(dataType)), at: name)
        }
    }

    /// Returns the elements from the raw bytes where there are any, otherwise from the typed fields.
    private func elements<Stored: FixedWidthInteger, Element>(
        fields: [Element], decode: (Stored) -> Element
    ) throws(ModelFormatError) -> [Element] {
        guard dataLocation == .default, externalData.isEmpty else {
            throw ModelFormatError(.externalData, at: name)
        }
        guard !hasSegment else { throw ModelFormatError(.malformed, at: name) }
        let count = try extents().reduce(1, *)
        if hasRawData && fields.isEmpty {
            let size = MemoryLayout<Stored>.size
            guard rawData.count == count * size else {
                throw ModelFormatError(
                    .elementCountMismatch(expected: count, found: rawData.count / size), at: name)
            }
            return LittleEndian.integers(Stored.self, from: [UInt8](rawData)[...]).map(decode)
        }
        guard fields.count == count else {
            throw ModelFormatError(.elementCountMismatch(expected: count, found: fields.count), at: name)
        }
        return fields
    }

    /// Returns the value of an IEEE 754 half; `Float16` is not on every machine.
    private static func half(_ bits: UInt16) -> Float {
        let sign: Float = bits >> 15 == 0 ? 1 : -1
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 1023)
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * (1024 + fraction) * Float(sign: .plus, exponent: exponent - 25, significand: 1)
        }
    }

    init(name: String, extents: [Int], floats: [Float]) {
        self.init(
            name: name, extents: extents, type: .float, raw: LittleEndian.bytes(floats.map(\.bitPattern)))
    }

    init<T: FixedWidthInteger & SignedInteger>(name: String, extents: [Int], integers: [T]) {
        let type: DataType =
            switch T.bitWidth {
            case 8: .int8
            case 16: .int16
            case 32: .int32
            default: .int64
            }
        self.init(name: name, extents: extents, type: type, raw: LittleEndian.bytes(integers))
    }

    private init(name: String, extents: [Int], type: DataType, raw: [UInt8]) {
        self.init()
        self.name = name
        dims = extents.map(Int64.init)
        dataType = Int32(type.rawValue)
        rawData = Data(raw)
    }
}
