package org.linli.platform.traces;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Traces go to the collector at `linli.traces-url` (OTLP over HTTP, with its path: `http://collector:4318/v1/traces`);
/// without one they go into the log alone, where that asks for them.
@Configuration(proxyBeanMethods = false)
class ConfigureTraces {

    @Bean
    Traces traces(@Value("${linli.traces-url:}") String url) {
        return url.isBlank()
                ? new LogSteps()
                : new ExportTraces(BatchSpanProcessor.builder(
                                OtlpHttpSpanExporter.builder().setEndpoint(url).build())
                        .build());
    }
}
