public import Datasets
public import NeuralNetworks

extension Dataset {
    /// Demands that a network takes the images.
    ///
    /// - Parameter path: the network's file, for the message.
    public func requireFit(to network: Network, of path: String) throws(FileError) {
        try requireFit(to: network.inputTransform, making: network.inputShape.count, of: path)
    }

    /// Demands that a network takes the images.
    ///
    /// - Parameter path: the network's file, for the message.
    public func requireFit(to network: IntegerNetwork, of path: String) throws(FileError) {
        try requireFit(to: network.inputTransform, making: network.inputShape.count, of: path)
    }

    private func requireFit(
        to transform: InputTransform, making count: Int, of path: String
    ) throws(FileError) {
        guard !transform.makes(count, of: test) else { return }
        let size = ImageSizeError(transform, making: count, width: test.width, height: test.height)
        throw FileError(
            .mismatch(
                reason: "the network takes \(size.wantedPixels), but an image of \(name) has "
                    + "\(test.width)×\(test.height); name the network's data set with --data"), path: path)
    }
}
