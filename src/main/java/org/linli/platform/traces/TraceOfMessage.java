package org.linli.platform.traces;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;

/// @param trace 32 hexadecimal digits that follow from the message
/// @param span  16 digits: the span that holds all others
record TraceOfMessage(String trace, String span) {

    static TraceOfMessage of(Step step) {
        return of(step.community(), step.arrival());
    }

    static TraceOfMessage of(CommunityId community, long arrival) {
        String digits = Sha256.hex(community.value() + "/" + MessageKey.of(arrival));
        return new TraceOfMessage(digits.substring(0, 32), digits.substring(32, 48));
    }

    SpanContext whole() {
        return SpanContext.createFromRemoteParent(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
    }
}
