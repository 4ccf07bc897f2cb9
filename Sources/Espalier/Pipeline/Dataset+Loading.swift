public import Datasets

extension Dataset {
    /// Returns a data set by name, fetched where it is not in the cache.
    ///
    /// - Throws: `DatasetError`; where nothing could be reached it lists everything that was tried.
    public static func load(
        _ name: String, from directory: String? = nil, cache: String? = nil,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(DatasetError) -> Dataset {
        let step = "Get \(name)"
        progress(.running(step))
        let catalog = DatasetCatalog(cacheDirectory: cache)
        let dataset = try catalog.load(name, from: directory) { event in
            progress(.running(step, detail: event.description))
        }
        progress(
            .finished(
                step,
                summary: "\(dataset.train.count) + \(dataset.test.count) images, \(dataset.origin)"))
        return dataset
    }
}
