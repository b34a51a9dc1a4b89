package org.linli.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/// Renders pages from [PageWords]. The names of these beans are those that Spring looks for.
@Configuration(proxyBeanMethods = false)
class Pages {

    @Bean
    PageWords messageSource() {
        var words = new PageWords();
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    @Bean
    AbstractConfigurableTemplateResolver defaultTemplateResolver(PageWords words) {
        var resolver = new AbstractConfigurableTemplateResolver() {
            @Override
            protected ITemplateResource computeTemplateResource(
                    IEngineConfiguration configuration,
                    @Nullable String ownerTemplate,
                    String template,
                    String resourceName,
                    @Nullable String characterEncoding,
                    @Nullable Map<String, Object> templateResolutionAttributes) {
                return new StringTemplateResource(words.page(template));
            }
        };
        resolver.setTemplateMode(TemplateMode.HTML);
        return resolver;
    }
}
