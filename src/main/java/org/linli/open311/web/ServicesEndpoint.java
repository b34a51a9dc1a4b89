package org.linli.open311.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.open311.Attribute;
import org.linli.open311.Attributes;
import org.linli.open311.Refused;
import org.linli.open311.Services;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What can be reported. https://wiki.open311.org/GeoReport_v2
@RestController
class ServicesEndpoint {

    /// What can be chosen, in the order of the specification.
    record Value(String key, String name) {}

    private final Caller caller;
    private final Services services;
    private final Attributes attributes;
    private final InFormat formats;

    ServicesEndpoint(Caller caller, Services services, Attributes attributes, InFormat formats) {
        this.caller = caller;
        this.services = services;
        this.attributes = attributes;
        this.formats = formats;
    }

    @GetMapping("/open311/v2/services.{format:xml|json}")
    Mono<ResponseEntity<String>> list(@PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                caller.reads(request)
                        .then(caller.jurisdiction(request.getQueryParams()))
                        .map(_ -> new Said("services", "service", listed())));
    }

    @GetMapping("/open311/v2/services/{code}.{format:xml|json}")
    Mono<ResponseEntity<String>> definition(
            @PathVariable String code, @PathVariable String format, ServerHttpRequest request) {
        return formats.answer(
                format,
                caller.reads(request)
                        .then(caller.jurisdiction(request.getQueryParams()))
                        .map(_ -> new Said("service_definition", "attribute", definition(code))));
    }

    private List<Map<String, Object>> listed() {
        return services.all().stream().map(this::listed).toList();
    }

    private Map<String, Object> listed(Services.Service it) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("service_code", it.code());
        fields.put("service_name", it.name());
        fields.put("description", it.description());
        fields.put("metadata", !attributes.of(it.code()).isEmpty());
        fields.put("type", "realtime");
        fields.put("keywords", it.keywords());
        fields.put("group", it.group());
        return fields;
    }

    private Map<String, Object> definition(String code) {
        var it = services.find(code).orElseThrow(() -> Refused.notFound("service_code was not found"));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("service_code", it.code());
        fields.put(
                "attributes",
                attributes.of(it.code()).stream().map(ServicesEndpoint::asked).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> asked(Attribute it) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("variable", it.isVariable());
        fields.put("code", it.code());
        fields.put(
                "datatype",
                (it.isVariable() ? it.type() : Attribute.Type.STRING).name().toLowerCase(Locale.ROOT));
        fields.put("required", it.required());
        fields.put("datatype_description", it.hint().isEmpty() ? null : it.hint());
        fields.put("order", it.order());
        fields.put("description", it.question());
        if (!it.values().isEmpty()) {
            fields.put(
                    "values",
                    it.values().entrySet().stream()
                            .map(value -> new Value(value.getKey(), value.getValue()))
                            .toList());
        }
        return fields;
    }
}
