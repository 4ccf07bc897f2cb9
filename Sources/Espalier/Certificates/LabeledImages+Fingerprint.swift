public import Groth16
public import NeuralNetworks

extension LabeledImages {
    /// SHA-256 of sizes, pixels and labels: the same wherever the images came from and however they were packed.
    ///
    /// Of the items `espalier.test-images.v1`; width, height, the number of classes and of images, eight bytes each,
    /// least significant first; all pixels; all labels.
    public var fingerprint: Fingerprint {
        var items = CertificateItems(tag: "espalier.test-images.v1")
        items.append([width, height, classCount, count].flatMap { UInt64($0).littleEndianBytes })
        items.append(pixels)
        items.append(labels)
        return Fingerprint(hashing: items.bytes)
    }
}
