extension Dataset {
    /// Returns the data set with some of its training images in place of its test images: to choose by, so that
    /// the test set is looked at once.
    ///
    /// Every call takes the same images out of those to train on, spread at random over all of them.
    ///
    /// - Precondition: `count` lies in 1 ..< the number of training images.
    public func validating(on count: Int) -> Dataset {
        precondition((1..<train.count).contains(count), "images are left to train on")
        let (rest, heldOut) = train.holdingOut(count)
        return Dataset(name: name, train: rest, test: heldOut, origin: origin)
    }
}
