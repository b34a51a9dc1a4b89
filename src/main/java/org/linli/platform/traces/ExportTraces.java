package org.linli.platform.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/// Hands steps to a collector as spans of OpenTelemetry. All steps of one message are one trace on every replica, since
/// its id follows from the message's, and nothing has to be carried along.
final class ExportTraces implements Traces, AutoCloseable {

    private static final AttributeKey<String> COMMUNITY = AttributeKey.stringKey("linli.community");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("linli.message");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("linli.outcome");

    private static final ScopedValue<TraceOfMessage> WHOLE = ScopedValue.newInstance();

    private final LogSteps log = new LogSteps();
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    ExportTraces(SpanProcessor processor) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder()
                        .put("service.name", "linli")
                        .build())
                .setIdGenerator(new Ids())
                .addSpanProcessor(processor)
                .build();
        this.tracer = provider.get("org.linli");
    }

    @Override
    public void note(Step step) {
        log.note(step);
        var trace = TraceOfMessage.of(step);
        var span = step.isWhole()
                ? ScopedValue.where(WHOLE, trace).call(() -> begun(step, Context.root()))
                : begun(step, Context.root().with(Span.wrap(trace.whole())));
        span.end(step.until());
    }

    private Span begun(Step step, Context parent) {
        return tracer.spanBuilder(step.name())
                .setParent(parent)
                .setStartTimestamp(step.from())
                .setAttribute(COMMUNITY, step.community().value())
                .setAttribute(MESSAGE, MessageKey.of(step.arrival()))
                .setAttribute(OUTCOME, step.outcome())
                .startSpan();
    }

    /// What waits to be handed over gets ten seconds.
    @Override
    public void close() {
        provider.close();
    }

    private static final class Ids implements IdGenerator {

        private final IdGenerator random = IdGenerator.random();

        @Override
        public String generateTraceId() {
            return WHOLE.isBound() ? WHOLE.get().trace() : random.generateTraceId();
        }

        @Override
        public String generateSpanId() {
            return WHOLE.isBound() ? WHOLE.get().span() : random.generateSpanId();
        }
    }
}
