package org.linli.polls.callback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param sample so many voters of a round are asked whether the log holds what they meant; 0: nobody is. Sixty who
///               agree say that less than one ballot in twenty was altered
@Validated
@ConfigurationProperties("linli.polls.callback")
record CallbackProperties(
        @DefaultValue("60") @Min(0) @Max(1000) int sample) {}
