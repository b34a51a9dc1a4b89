package org.linli.deploy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// A route and what the method behind it takes.
///
/// @param fields by the names of its parameters, and of the parts of those that are records
record AnyRoute(HttpMethod method, PathPattern path, List<String> fields, boolean isJson, boolean hasFile) {

    /// All that end; those of the stream of events do not.
    static Stream<AnyRoute> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> !it.getKey()
                        .getProducesCondition()
                        .getProducibleMediaTypes()
                        .contains(MediaType.TEXT_EVENT_STREAM))
                .flatMap(it -> of(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(AnyRoute::toString));
    }

    private static Stream<AnyRoute> of(RequestMappingInfo info, HandlerMethod method) {
        var parameters = List.of(method.getMethodParameters());
        var fields = parameters.stream().flatMap(AnyRoute::names).distinct().toList();
        boolean json = parameters.stream().anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
        boolean file = parameters.stream()
                .filter(it -> it.getParameterType().isRecord())
                .flatMap(it -> Arrays.stream(it.getParameterType().getRecordComponents()))
                .anyMatch(it -> it.getGenericType().getTypeName().contains(FilePart.class.getName()));
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(it -> new AnyRoute(it.asHttpMethod(), path, fields, json, file)));
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var type = parameter.getParameterType();
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).map(it -> it.getName());
        }
        return type.getName().startsWith("java.") ? Stream.ofNullable(parameter.getParameterName()) : Stream.empty();
    }

    boolean isApi() {
        return path.getPatternString().startsWith("/api/");
    }

    boolean reads() {
        return method == HttpMethod.GET;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
