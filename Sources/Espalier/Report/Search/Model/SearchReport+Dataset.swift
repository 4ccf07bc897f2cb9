extension SearchReport {
    /// The images that candidates were trained, compared and finally measured on.
    public struct Dataset: Codable, Hashable, Sendable {
        public var name: String
        public var trainingImages: Int
        /// Held out of the training images; candidates are chosen by these.
        public var validationImages: Int
        /// Seen by chosen candidates only.
        public var testImages: Int

        public init(name: String, trainingImages: Int, validationImages: Int, testImages: Int) {
            self.name = name
            self.trainingImages = trainingImages
            self.validationImages = validationImages
            self.testImages = testImages
        }
    }
}
