import ModelFormats
import Testing

@Suite struct NumPyTests {
    static let arrays: [(String, NumPyArray)] = [
        ("uint8", NumPyArray(shape: [2, 3], elements: .uint8([0, 1, 2, .min, .max, 100]))),
        ("uint16", NumPyArray(shape: [2, 3], elements: .uint16([0, 1, 2, .min, .max, 100]))),
        ("uint32", NumPyArray(shape: [2, 3], elements: .uint32([0, 1, 2, .min, .max, 100]))),
        ("uint64", NumPyArray(shape: [2, 3], elements: .uint64([0, 1, 2, .min, .max, 100]))),
        ("int8", NumPyArray(shape: [2, 3], elements: .int8([0, 1, 2, .min, .max, 100]))),
        ("int16", NumPyArray(shape: [2, 3], elements: .int16([0, 1, 2, .min, .max, 100]))),
        ("int32", NumPyArray(shape: [2, 3], elements: .int32([0, 1, 2, .min, .max, 100]))),
        ("int64", NumPyArray(shape: [2, 3], elements: .int64([0, 1, 2, .min, .max, 100]))),
        ("float32", NumPyArray(shape: [2, 3], elements: .float32([0, -1.5, .infinity, 1e-3, 3, 65504]))),
        ("float64", NumPyArray(shape: [2, 3], elements: .float64([0, -1.5, .infinity, 1e-3, 3, 65504]))),
        ("scalar", NumPyArray(shape: [], elements: .int32([7]))),
        ("vector", NumPyArray(shape: [5], elements: .uint8([0, 1, 2, 3, 4]))),
        ("empty", NumPyArray(shape: [0, 3], elements: .float32([]))),
    ]

    @Test(arguments: arrays)
    func readsAndWritesWhatNumPyWrites(name: String, array: NumPyArray) throws {
        let bytes = try Vectors.bytes("\(name).npy")
        #expect(try NumPyArray(npy: bytes) == array)
        #expect(array.npy() == bytes)
    }

    @Test func readsVersion2() throws {
        let array = try NumPyArray(npy: try Vectors.bytes("version2.npy"))
        #expect(array == NumPyArray(shape: [2, 2], elements: .int16([0, 1, 2, 3])))
    }

    @Test(arguments: ["fortran", "big-endian", "bool"])
    func refusesOtherForms(name: String) throws {
        let bytes = try Vectors.bytes("\(name).npy")
        guard case .unsupportedForm = errorCode({ _ = try NumPyArray(npy: bytes) }) else {
            Issue.record("accepted")
            return
        }
    }

    @Test func refusesEveryOtherLength() throws {
        let bytes = try Vectors.bytes("int16.npy")
        for length in bytes.indices {
            #expect(errorCode { _ = try NumPyArray(npy: Array(bytes[..<length])) } != nil)
        }
        #expect(
            errorCode { _ = try NumPyArray(npy: bytes + [0, 0]) }
                == .elementCountMismatch(expected: 6, found: 7))
    }

    @Test func refusesHugeExtents() {
        for shape in ["(4294967296, 4294967296)", "(99999999999999999999,)", "(2147483647, 2)", "(-1,)"] {
            let header = Array("{'descr': '|u1', 'fortran_order': False, 'shape': \(shape), }\n".utf8)
            let bytes: [UInt8] =
                [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count), 0] + header
            #expect(errorCode { _ = try NumPyArray(npy: bytes) } != nil, "\(shape)")
        }
    }

    @Test func survivesRandomDamage() throws {
        let good = try Vectors.bytes("int16.npy")
        var generator = TestGenerator(seed: 5)
        for _ in 0..<3000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            if let array = try? NumPyArray(npy: bytes) { #expect(array.elements.count <= bytes.count) }
        }
    }
}
