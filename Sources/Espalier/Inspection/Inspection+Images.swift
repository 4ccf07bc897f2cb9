import Datasets
import ModelFormats

extension Inspection {
    static func image(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let image = try GreyImage(pgm: bytes, file: path)
        return Inspection(
            file: path, kind: "grey image (PGM)", bytes: bytes.count,
            facts: [Fact("pixels", "\(image.width)×\(image.height)")])
    }

    static func array(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let array = try NumPyArray(npy: bytes)
        return Inspection(
            file: path, kind: "array (.npy)", bytes: bytes.count,
            facts: [
                Fact("shape", array.shape.map(String.init).joined(separator: "×")),
                Fact("elements", array.elements.count),
            ])
    }

    static func idx(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        if bytes.starts(with: [0, 0, 8, 1]) {
            let labels = try IDX.labels(from: bytes, file: path)
            return Inspection(
                file: path, kind: "labels (IDX)", bytes: bytes.count, facts: [Fact("labels", labels.count)])
        }
        let images = try IDX.images(from: bytes, file: path)
        return Inspection(
            file: path, kind: "images (IDX)", bytes: bytes.count,
            facts: [
                Fact("images", images.count), Fact("pixels", "\(images.width)×\(images.height)"),
            ])
    }
}
