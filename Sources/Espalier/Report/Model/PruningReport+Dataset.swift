extension PruningReport {
    /// The images that the network was trained and tested on.
    public struct Dataset: Codable, Sendable, Hashable {
        public var name: String
        /// Where the images come from: an address, a folder, or how they were drawn.
        public var origin: String
        public var trainingImages: Int
        public var testImages: Int

        public init(name: String, origin: String, trainingImages: Int, testImages: Int) {
            self.name = name
            self.origin = origin
            self.trainingImages = trainingImages
            self.testImages = testImages
        }
    }
}
