/// iden3's binary container, which .r1cs, .wtns, .zkey and .ptau files share.
///
/// Magic (4 bytes), version (u32), number of sections (u32), and per section its type (u32), its length
/// (u64) and its body. Sections may come in any order.
struct SectionedFile {
    private let sections: [UInt32: ArraySlice<UInt8>]
    private let name: String

    /// Finds the sections of a file; reads none of them.
    ///
    /// - Parameters:
    ///   - magic: the first four characters.
    ///   - name: begins the path of every error.
    init(
        decoding bytes: [UInt8], magic: StaticString, version: UInt32, name: String
    ) throws(FormatError) {
        var reader = ByteReader(bytes[...], path: name)
        guard try reader.take(4).elementsEqual(magic.bytes) else { throw FormatError(.wrongMagic, name) }
        guard try reader.readUInt32() == version else { throw FormatError(.unsupportedVersion, name) }
        let count = try reader.readUInt32()
        var sections: [UInt32: ArraySlice<UInt8>] = [:]
        for _ in 0..<count {
            let type = try reader.readUInt32()
            guard let length = Int(exactly: try reader.readUInt64()) else {
                throw FormatError(.truncated, name)
            }
            let body = try reader.take(length)
            guard sections.updateValue(body, forKey: type) == nil else {
                throw FormatError(.duplicateSection, "\(name).section[\(type)]")
            }
        }
        try reader.expectEnd()
        self.sections = sections
        self.name = name
    }

    /// Returns a reader of the section of this type.
    func section(_ type: UInt32, _ sectionName: String) throws(FormatError) -> ByteReader {
        let path = "\(name).\(sectionName)"
        guard let body = sections[type] else { throw FormatError(.missingSection, path) }
        return ByteReader(body, path: path)
    }
}

/// Writes the container.
struct SectionedFileWriter {
    private var header = ByteWriter()
    private var body = ByteWriter()
    private var count: UInt32 = 0

    init(magic: StaticString, version: UInt32) {
        header.write(magic.bytes)
        header.write(version)
    }

    /// Adds a section.
    mutating func addSection(_ type: UInt32, _ write: (inout ByteWriter) -> Void) {
        var section = ByteWriter()
        write(&section)
        body.reserve(12 + section.bytes.count)
        body.write(type)
        body.write(UInt64(section.bytes.count))
        body.write(section.bytes)
        count += 1
    }

    /// Returns the file.
    func encoded() -> [UInt8] {
        var file = header
        file.reserve(4 + body.bytes.count)
        file.write(count)
        file.write(body.bytes)
        return file.bytes
    }
}

extension StaticString {
    fileprivate var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
