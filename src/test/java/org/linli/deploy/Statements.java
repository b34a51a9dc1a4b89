package org.linli.deploy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.r2dbc.core.DatabaseClient;

/// Writes down each distinct statement of the program, from its start, and which class said it. All of them go through
/// one `DatabaseClient`.
final class Statements implements BeanPostProcessor {

    /// @param by the simple name of the class in `org.linli`, without what is nested in it
    record Said(String by, String sql) {

        /// @param sql as it stands in a source or is handed over; how it is broken into lines does not matter
        static Said of(String by, String sql) {
            return new Said(by, sql.strip().replaceAll("\\s+", " "));
        }
    }

    private final Set<Said> said = ConcurrentHashMap.newKeySet();

    Set<Said> said() {
        return Set.copyOf(said);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DatabaseClient client ? listening(client) : bean;
    }

    private DatabaseClient listening(DatabaseClient client) {
        return (DatabaseClient) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {DatabaseClient.class}, (_, method, arguments) -> {
                    if (method.getName().equals("sql")) {
                        note(arguments[0]);
                    }
                    return called(client, method, arguments);
                });
    }

    private void note(Object argument) {
        String sql = argument instanceof Supplier<?> late ? String.valueOf(late.get()) : String.valueOf(argument);
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(it -> it.getName().startsWith("org.linli.") && it.getNestHost() != Statements.class)
                        .findFirst())
                .filter(Statements::isOfTheProgram)
                .ifPresent(by -> said.add(Said.of(by.getName().replaceAll(".*\\.|\\$.*", ""), sql)));
    }

    private static boolean isOfTheProgram(Class<?> by) {
        return !by.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
    }

    private static Object called(DatabaseClient client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }
}
