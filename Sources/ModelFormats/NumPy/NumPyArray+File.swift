/// The `.npy` format (NEP 1): a magic number, a version, the header's length, the header as text of a
/// Python dictionary, the elements.
extension NumPyArray {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    private static let longestHeader = 1 << 16

    /// Reads the bytes of an `.npy` file, version 1 or 2.
    ///
    /// - Throws: `ModelFormatError` for other versions, Fortran order, big-endian or other element types,
    ///   and for a file that is shorter or longer than its header says.
    public init(npy bytes: [UInt8]) throws(ModelFormatError) {
        let place = "npy header"
        guard bytes.count >= 10, bytes.starts(with: Self.magic), bytes[7] == 0 else {
            throw ModelFormatError(.malformed, at: place)
        }
        let lengthBytes: Int
        switch bytes[6] {
        case 1: lengthBytes = 2
        case 2: lengthBytes = 4
        default: throw ModelFormatError(.malformed, at: place)
        }
        let start = 8 + lengthBytes
        guard bytes.count >= start else { throw ModelFormatError(.malformed, at: place) }
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.longestHeader, bytes.count - start >= length else {
            throw ModelFormatError(.malformed, at: place)
        }
        guard let header = NumPyHeader(bytes[start..<start + length]) else {
            throw ModelFormatError(.malformed, at: place)
        }
        guard !header.isFortranOrder else {
            throw ModelFormatError(
                .unsupportedForm(operator: "the array", supported: "in C order"), at: place)
        }

        var count = 1
        for extent in header.shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard !overflow, product <= Int(Int32.max) else {
                throw ModelFormatError(.extentsOutOfRange, at: place)
            }
            count = product
        }
        let body = bytes[(start + length)...]
        func integers<T: FixedWidthInteger>() throws(ModelFormatError) -> [T] {
            let size = MemoryLayout<T>.size
            guard body.count == count * size else {
                throw ModelFormatError(.elementCountMismatch(expected: count, found: body.count / size))
            }
            return LittleEndian.integers(from: body)
        }
        let elements: Elements
        switch header.type {
        case "|u1", "<u1": elements = .uint8(try integers())
        case "|i1", "<i1": elements = .int8(try integers())
        case "<u2": elements = .uint16(try integers())
        case "<i2": elements = .int16(try integers())
        case "<u4": elements = .uint32(try integers())
        case "<i4": elements = .int32(try integers())
        case "<u8": elements = .uint64(try integers())
        case "<i8": elements = .int64(try integers())
        case "<f4": elements = .float32(try integers().map(Float.init(bitPattern:)))
        case "<f8": elements = .float64(try integers().map(Double.init(bitPattern:)))
        default:
            throw ModelFormatError(
                .unsupportedForm(
                    operator: "the array",
                    supported: "with little-endian integers, float32 or float64, not “\(header.type)”"),
                at: place)
        }
        self.init(shape: header.shape, elements: elements)
    }

    /// Returns the bytes of an `.npy` file, version 1, exactly as NumPy writes it.
    public func npy() -> [UInt8] {
        let (type, body) = elements.encoded
        let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = Array("{'descr': '\(type)', 'fortran_order': False, 'shape': (\(extents)), }".utf8)
        // NumPy leaves room for the first extent to grow to 21 digits, then fills up to 64 bytes.
        if let first = shape.first {
            header += [UInt8](repeating: UInt8(ascii: " "), count: 21 - String(first).count)
        }
        let used = Self.magic.count + 4 + header.count + 1
        header += [UInt8](repeating: UInt8(ascii: " "), count: (64 - used % 64) % 64)
        header.append(UInt8(ascii: "\n"))
        precondition(header.count <= UInt16.max, "a header of version 1 is shorter than 64 KiB")
        return Self.magic + [1, 0] + LittleEndian.bytes([UInt16(header.count)]) + header + body
    }
}

extension NumPyArray.Elements {
    /// NumPy's name of the type, and the elements as bytes.
    fileprivate var encoded: (type: String, bytes: [UInt8]) {
        switch self {
        case .uint8(let elements): ("|u1", elements)
        case .uint16(let elements): ("<u2", LittleEndian.bytes(elements))
        case .uint32(let elements): ("<u4", LittleEndian.bytes(elements))
        case .uint64(let elements): ("<u8", LittleEndian.bytes(elements))
        case .int8(let elements): ("|i1", LittleEndian.bytes(elements))
        case .int16(let elements): ("<i2", LittleEndian.bytes(elements))
        case .int32(let elements): ("<i4", LittleEndian.bytes(elements))
        case .int64(let elements): ("<i8", LittleEndian.bytes(elements))
        case .float32(let elements): ("<f4", LittleEndian.bytes(elements.map(\.bitPattern)))
        case .float64(let elements): ("<f8", LittleEndian.bytes(elements.map(\.bitPattern)))
        }
    }
}
