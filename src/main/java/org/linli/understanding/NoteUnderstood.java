package org.linli.understanding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.stereotype.Component;

/// How often we were sure of what somebody wants, and by which model: numbers for operators.
@Component
class NoteUnderstood {

    /// Below it, nobody acts without asking.
    private static final double SURE = 0.5;

    private final Counter sure;
    private final Counter unsure;
    private final Counter chatter;
    private final MultiGauge version;

    NoteUnderstood(MeterRegistry meters) {
        this.sure = meters.counter("linli.understood", "as", "sure");
        this.unsure = meters.counter("linli.understood", "as", "unsure");
        this.chatter = meters.counter("linli.understood", "as", "chatter");
        this.version = MultiGauge.builder("linli.understanding.model")
                .description("The model in use, named by the print of its examples; always 1")
                .register(meters);
    }

    void heard(Ranked likeliest) {
        if (likeliest.intent().equals(Intent.CHATTER)) {
            chatter.increment();
        } else if (likeliest.confidence() < SURE) {
            unsure.increment();
        } else {
            sure.increment();
        }
    }

    void uses(String print) {
        version.register(List.of(Row.of(Tags.of("version", print), 1)), true);
    }
}
