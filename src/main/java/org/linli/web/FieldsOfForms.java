package org.linli.web;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.ExtendedWebExchangeDataBinder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What a page sends comes from the body alone. Spring would fill a field that is not there from the address, and from
/// a header of that name, too; and put both together where it stands twice.
///
/// Of an address with a query, the method that takes the form sees what it declares as [RequestParam].
@Component
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FieldsOfForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HttpMethod.POST.equals(exchange.getRequest().getMethod())
                        && !exchange.getRequest().getQueryParams().isEmpty()
                ? chain.filter(new FromBody(exchange))
                : chain.filter(exchange);
    }

    @InitBinder
    void noHeaders(WebDataBinder binder) {
        if (binder instanceof ExtendedWebExchangeDataBinder extended) {
            extended.addHeaderPredicate(_ -> false);
        }
    }

    private static final class FromBody extends ServerWebExchangeDecorator {

        private final ServerHttpRequest request;

        FromBody(ServerWebExchange exchange) {
            super(exchange);
            this.request = new ServerHttpRequestDecorator(exchange.getRequest()) {
                @Override
                public MultiValueMap<String, String> getQueryParams() {
                    return exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                            instanceof HandlerMethod method
                                    && isPage(method)
                            ? declared(super.getQueryParams(), method)
                            : super.getQueryParams();
                }
            };
        }

        @Override
        public ServerHttpRequest getRequest() {
            return request;
        }
    }

    private static boolean isPage(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    private static MultiValueMap<String, String> declared(MultiValueMap<String, String> query, HandlerMethod method) {
        var names = names(method);
        var declared = new LinkedMultiValueMap<String, String>();
        query.forEach((name, values) -> {
            if (names.contains(name)) {
                declared.addAll(name, values);
            }
        });
        return declared;
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new HashSet<String>();
        Stream.of(method.getMethodParameters()).forEach(it -> {
            var said = it.getParameterAnnotation(RequestParam.class);
            String own = it.getParameter().getName();
            if (said != null) {
                names.add(StringUtils.hasText(said.name()) ? said.name() : own);
            }
        });
        return names;
    }
}
