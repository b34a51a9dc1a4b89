package org.linli.standin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.linli.LinliTest;
import org.springframework.test.context.TestPropertySource;

/// The demo with its jobs, connected to the platforms that are played. All such tests share one program.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
public @interface WithStandIns {}
