package org.linli.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.expression.ParseException;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateInputException;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/// The words of one letter, with places for facts.
///
/// @param name  the file's path within the folder, without its ending
/// @param words as they stand in the file
record LetterTemplate(String name, String words) {

    private static final ITemplateEngine ENGINE = engine();
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /// Throws [LetterNotRendered], which says file and line and none of the facts.
    String fill(Map<String, String> facts) {
        try {
            return ENGINE.process(words, new Context(null, Map.copyOf(facts)));
        } catch (TemplateProcessingException broken) {
            throw new LetterNotRendered("%s.txt, line %s: cannot be filled in".formatted(name, broken.getLine()));
        }
    }

    /// What is wrong with it, as far as can be seen without facts: file, line, reason. Empty when nothing is.
    Optional<String> fault() {
        try {
            ENGINE.process(words, new Context(null, anyFacts()));
            return Optional.empty();
        } catch (TemplateProcessingException broken) {
            return isOfTheTemplate(broken)
                    ? Optional.of("%s.txt, line %s: %s"
                            .formatted(
                                    name,
                                    broken.getLine(),
                                    innermost(broken).getClass().getSimpleName()))
                    : Optional.empty();
        }
    }

    private Map<String, Object> anyFacts() {
        return NAMES.matcher(words)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.toMap(it -> it, _ -> "1"));
    }

    private static boolean isOfTheTemplate(TemplateProcessingException broken) {
        Throwable cause = innermost(broken);
        return broken instanceof TemplateInputException && cause == broken
                || cause instanceof ParseException
                || cause instanceof org.thymeleaf.templateparser.text.TextParseException;
    }

    private static Throwable innermost(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? error : innermost(cause);
    }

    private static ITemplateEngine engine() {
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
