package org.linli.platform.traces;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.CommunityId;
import org.slf4j.LoggerFactory;

class ExportTracesTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Collector collector = new Collector();
    private final Traces traces = new ExportTraces(SimpleSpanProcessor.create(collector));

    @Test
    void allStepsOfOneMessageHangUnderOneWhole() {
        traces.note(step(LM, 7, "answer"));
        traces.note(Step.whole(LM, 7, NINE, NINE.plusSeconds(2)));
        traces.note(step(LM, 7, "letter"));

        assertThat(collector.spans).extracting(SpanData::getTraceId).hasSize(3).containsOnly(trace(1));
        var whole = collector.spans.get(1);
        assertThat(whole.getParentSpanContext().isValid()).isFalse();
        assertThat(collector.spans)
                .filteredOn(it -> it != whole)
                .extracting(SpanData::getParentSpanId)
                .containsOnly(whole.getSpanId());
        assertThat(collector.spans).extracting(SpanData::getSpanId).doesNotHaveDuplicates();
    }

    @Test
    void anotherReplicaGoesOnWithTheSameTrace() {
        traces.note(step(LM, 7, "answer"));
        new ExportTraces(SimpleSpanProcessor.create(collector)).note(step(LM, 7, "letter"));

        assertThat(trace(0)).isEqualTo(trace(1));
    }

    @Test
    void otherMessagesHaveOtherTraces() {
        traces.note(step(LM, 7, "answer"));
        traces.note(step(LM, 8, "answer"));
        traces.note(step(new CommunityId("other"), 7, "answer"));

        assertThat(collector.spans).extracting(SpanData::getTraceId).doesNotHaveDuplicates();
    }

    @Test
    void aStepTakesAsLongAsItTook() {
        traces.note(step(LM, 7, "answer"));

        var span = collector.spans.getFirst();
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(span.getAttributes().asMap().values()).contains("lm", "talk-7", "done");
    }

    @Test
    void aStepIsALineOfTheLogThatNamesTheMessage() {
        var said = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(LogSteps.class);
        said.start();
        log.addAppender(said);
        log.setLevel(Level.DEBUG);
        try {
            traces.note(step(LM, 7, "answer"));
        } finally {
            log.setLevel(null);
            log.detachAppender(said);
        }

        assertThat(said.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage()).isEqualTo("answer: done after 1000 ms");
            assertThat(line.getMDCPropertyMap())
                    .containsEntry("linli.community", "lm")
                    .containsEntry("linli.message", "talk-7")
                    .containsEntry("trace.id", trace(0));
        });
    }

    @Test
    void aCollectorGetsWhatWasNotedBeforeTheEnd() throws Exception {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        try {
            server.stubFor(post("/v1/traces").willReturn(ok()));
            var exported = new ConfigureTraces().traces(server.baseUrl() + "/v1/traces");
            exported.note(step(LM, 7, "answer"));
            ((AutoCloseable) exported).close();

            byte[] trace = HexFormat.of()
                    .parseHex(TraceOfMessage.of(step(LM, 7, "answer")).trace());
            assertThat(server.getAllServeEvents())
                    .singleElement()
                    .satisfies(
                            it -> assertThat(latin(it.getRequest().getBody())).contains(latin(trace), "talk-7"));
        } finally {
            server.stop();
        }
    }

    private String trace(int span) {
        return collector.spans.get(span).getTraceId();
    }

    private static Step step(CommunityId community, long arrival, String name) {
        return new Step(community, arrival, name, "done", NINE, NINE.plusSeconds(1));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static final class Collector implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
