package org.linli.open311.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.web.PublicAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Tells clients where and in which formats we answer: https://wiki.open311.org/Service_Discovery
@RestController
class DiscoveryEndpoint {

    private static final String CHANGED = "2026-11-21T00:00:00+08:00";

    private final PublicAddress address;
    private final InFormat formats;

    DiscoveryEndpoint(PublicAddress address, InFormat formats) {
        this.address = address;
        this.formats = formats;
    }

    @GetMapping("/open311/discovery.{format:xml|json}")
    Mono<ResponseEntity<String>> discovery(@PathVariable String format) {
        return formats.answer(format, Mono.fromSupplier(() -> new Said("discovery", "endpoint", discovery())));
    }

    private Map<String, Object> discovery() {
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", at("/open311/v2"));
        endpoint.put("changeset", CHANGED);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        var discovery = new LinkedHashMap<String, Object>();
        discovery.put("changeset", CHANGED);
        discovery.put("contact", at("/open311"));
        discovery.put("key_service", at("/open311"));
        discovery.put("endpoints", List.of(endpoint));
        return discovery;
    }

    private String at(String path) {
        return address.of(path).orElse(path);
    }
}
