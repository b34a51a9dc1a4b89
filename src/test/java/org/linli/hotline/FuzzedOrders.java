package org.linli.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Work orders, pushed or in a spreadsheet: they are read, or their faults are named.
public final class FuzzedOrders {

    private FuzzedOrders() {}

    /// What looks right.
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                "1772413200000000 1772413200000001 H-1".getBytes(UTF_8),
                "{\"number\":\"1\",\"receivedAt\":\"2026-03-02 09:30\",\"words\":\"x\"}".getBytes(UTF_8),
                Files.readAllBytes(Path.of("templates/ledgers/month.xlsx")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            ReadPushed.read(bytes);
        } catch (Wrong refused) {
            // as it should be
        }
        String text = new String(bytes, UTF_8);
        OrderPlace.parse(text)
                .filter(it -> !OrderPlace.parse(it.text()).equals(Optional.of(it)))
                .ifPresent(it -> {
                    throw new AssertionError("a place that is not found again");
                });
        try {
            Table.read(bytes);
        } catch (Wrong refused) {
            // as it should be
        }
    }
}
