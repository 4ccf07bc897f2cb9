extension SearchReport {
    /// The inside of a chosen candidate.
    public struct Network: Codable, Hashable, Sendable {
        /// The candidate's `id`.
        public var point: String
        /// The layers that read the image: the first one, and the skip if there is one.
        public var layers: [ImageLayer]
        /// The windows of each rectifier, in the order of the computation.
        public var rectifiers: [Rectifier]

        public init(point: String, layers: [ImageLayer], rectifiers: [Rectifier]) {
            self.point = point
            self.layers = layers
            self.rectifiers = rectifiers
        }
    }

    /// The bits that the windows of a rectifier's neurons take.
    public struct Rectifier: Codable, Hashable, Sendable {
        public var name: String
        /// One number per neuron; 0 where it needs no window.
        public var windowBits: [Int]

        public init(name: String, windowBits: [Int]) {
            self.name = name
            self.windowBits = windowBits
        }
    }
}
