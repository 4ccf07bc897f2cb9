/// Training that nothing accompanies.
struct UnguidedTraining: TrainingGuide {}
