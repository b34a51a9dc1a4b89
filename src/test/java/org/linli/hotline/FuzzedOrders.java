package org.linli.hotline;

/// Work orders, pushed or in a spreadsheet: they are read, or their faults are named.
public final class FuzzedOrders {

    private FuzzedOrders() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            ReadPushed.read(bytes);
        } catch (Wrong refused) {
            // as it should be
        }
        try {
            Table.read(bytes);
        } catch (Wrong refused) {
            // as it should be
        }
    }
}
