package org.ratchet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** No parameter and no result comes from a library outside the JDK. */
final class NoForeignTypes extends ArchCondition<JavaMethod> {

  NoForeignTypes() {
    super("show only types of this library or the JDK");
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
        .map(JavaClass::getBaseComponentType)
        .filter(type -> !type.getPackageName().matches("|(org\\.ratchet|java)(\\..*)?"))
        .forEach(
            type ->
                events.add(
                    SimpleConditionEvent.violated(
                        method, method.getFullName() + " shows " + type.getName())));
  }
}
