package org.linli.understanding.opennlp;

/// The [Signals] of one message.
///
/// @param meant   of what was probably meant: whether it is worth a word
/// @param written of what stands there: whether it is an emergency. A word that is put in the place of another makes
///                too many of them
/// @param breathless whether it is [Breathless]
@SuppressWarnings("ArrayRecordComponent") // never compared
record Evidence(double[] meant, double[] written, boolean breathless) {

    static Evidence of(Readings readings, Layout layout) {
        double[] meant = Signals.of(readings.meant(), layout);
        boolean same = readings.meant() == readings.written();
        return new Evidence(meant, same ? meant : Signals.of(readings.written(), layout), readings.breathless());
    }
}
