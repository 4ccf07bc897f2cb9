import Datasets
import Testing

@Suite struct IDXTests {
    let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3] + [1, 2, 3, 4, 5, 6]
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9]

    private func code(_ images: [UInt8], _ labels: [UInt8], classes: Int = 10) -> DatasetError.Code? {
        do {
            _ = try IDX.labeledImages(
                images: images, file: "i", labels: labels, file: "l", classCount: classes)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func readsImagesAndLabels() throws {
        let read = try IDX.labeledImages(
            images: images, file: "i", labels: labels, file: "l", classCount: 10)
        #expect(read.count == 2 && read.width == 3 && read.height == 1)
        #expect(read.pixels == [1, 2, 3, 4, 5, 6] && read.labels == [7, 9])
    }

    @Test func refusesEveryTruncation() {
        for length in images.indices { #expect(code(Array(images[..<length]), labels) != nil) }
        for length in labels.indices { #expect(code(images, Array(labels[..<length])) != nil) }
    }

    @Test func refusesEveryWrongHeader() {
        for position in 0..<16 {
            for bit in 0..<8 {
                var bytes = images
                bytes[position] ^= 1 << bit
                #expect(code(bytes, labels) != nil, "byte \(position), bit \(bit)")
            }
        }
    }

    @Test func saysWhatIsWrong() {
        #expect(code(images + [0], labels) == .trailingBytes(1))
        #expect(code(Array(images.dropLast()), labels) == .truncated(expectedBytes: 22, foundBytes: 21))
        #expect(code(labels, labels) == .truncated(expectedBytes: 16, foundBytes: 10))
        #expect(code(images, images) == .wrongMagic)
        #expect(code(images, labels, classes: 9) == .labelOutOfRange(label: 9, classCount: 9))
        #expect(
            code(images, [0, 0, 8, 1, 0, 0, 0, 1, 7]) == .countMismatch(images: 2, labels: 1))
        let huge: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12)
        #expect(code(huge, labels) == .malformedHeader)
        #expect(code([0, 0, 8, 3] + [UInt8](repeating: 0, count: 12), labels) == .malformedHeader)
    }
}
