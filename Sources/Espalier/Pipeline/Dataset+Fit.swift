public import Datasets
public import NeuralNetworks

extension Dataset {
    /// Demands that a network that reads an input of this shape takes the images.
    ///
    /// - Parameter path: the network's file, for the message.
    public func requireFit(to inputShape: Shape, of path: String) throws(FileError) {
        guard inputShape.count != test.pixelsPerImage else { return }
        throw FileError(
            .mismatch(
                reason: "the network takes \(inputShape.count) numbers, but an image of \(name) has "
                    + "\(test.pixelsPerImage) pixels; name the network's data set with --data"), path: path)
    }
}
